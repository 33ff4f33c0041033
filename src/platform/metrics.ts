import type * as prom from 'prom-client';
import {
  counters,
  gauges,
  histograms,
  type CounterLabels,
  type CounterName,
  type GaugeName,
  type HistogramLabels,
  type HistogramName,
} from './figures.js';

/** One number, or one for each value of the figure's label; undefined: there is none to tell. */
type Reading = number | Record<string, number> | undefined;

interface Instruments {
  registry: prom.Registry;
  histograms: Record<HistogramName, prom.Histogram>;
  counters: Record<CounterName, prom.Counter>;
  gauges: Record<GaugeName, prom.Gauge>;
}

/** What this process counts of itself. While nobody asks (no METRICS_PORT), nothing is loaded and nothing is counted. */
export class Metrics {
  private readonly readings = new Map<GaugeName, () => Reading | Promise<Reading>>();

  constructor(private readonly instruments?: Instruments) {}

  /** Loading prom-client takes a tenth of a second, so only who wants it waits for it. */
  static async counting(): Promise<Metrics> {
    return new Metrics(makeInstruments(await import('prom-client')));
  }

  get on(): boolean {
    return this.instruments !== undefined;
  }

  observe<N extends HistogramName>(name: N, seconds: number, labels: HistogramLabels<N>): void {
    this.instruments?.histograms[name].observe(labels, seconds);
  }

  count<N extends CounterName>(name: N, labels: CounterLabels<N>): void {
    this.instruments?.counters[name].inc(labels);
  }

  /** How a figure is read when somebody asks. */
  read(name: GaugeName, reading: () => Reading | Promise<Reading>): void {
    if (this.instruments) this.readings.set(name, reading);
  }

  /** Everything, in Prometheus' own format. A figure that cannot be read just now is left out, and hides no other. */
  async text(): Promise<string> {
    if (!this.instruments) return '';
    await Promise.all(
      Object.entries(this.instruments.gauges).map(([name, gauge]) => this.set(name as GaugeName, gauge)),
    );
    return this.instruments.registry.metrics();
  }

  private async set(name: GaugeName, gauge: prom.Gauge): Promise<void> {
    const [label] = gauges[name].labels;
    const now = await Promise.resolve()
      .then(this.readings.get(name))
      .catch(() => undefined);
    gauge.reset();
    if (typeof now === 'number') gauge.set(now);
    else if (now) for (const [value, count] of Object.entries(now)) gauge.set({ [label!]: value }, count);
    else if (!label) gauge.remove(); // set back it would say nought
  }
}

function makeInstruments({ Counter, Gauge, Histogram, Registry, collectDefaultMetrics }: typeof prom): Instruments {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    histograms: each(
      histograms,
      (name, { help, labels, buckets }) =>
        new Histogram({ name, help, labelNames: labels, buckets: [...buckets], registers }),
    ),
    counters: each(counters, (name, { help, labels }) => new Counter({ name, help, labelNames: labels, registers })),
    gauges: each(gauges, (name, { help, labels }) => new Gauge({ name, help, labelNames: labels, registers })),
  };
}

const each = <N extends string, F, M>(table: Record<N, F>, make: (name: N, figure: F) => M): Record<N, M> =>
  Object.fromEntries(Object.entries<F>(table).map(([name, figure]) => [name, make(name as N, figure)])) as Record<N, M>;
