import type { WorkflowView } from './case-types.js';

export interface Node {
  state: string;
  x: number;
  y: number;
}
export interface Edge {
  from: Node;
  to: Node;
  actions: string[];
  /** Up the page, along a row, or down. */
  goes: 'up' | 'level' | 'down';
}

export const box = { width: 142, height: 46, gapX: 14, gapY: 40, side: 34, inRow: 4 };

/** States in layers by their distance from the first, each near those it follows; one edge per pair of states. */
export function layOut(
  workflow: WorkflowView,
  allowed: (action: string) => boolean,
): { nodes: Node[]; edges: Edge[]; width: number; height: number } {
  const moves = Object.entries(workflow.actions).filter(([name, action]) => action.to && allowed(name));
  const depth = new Map([[workflow.initial, 0]]);
  for (const state of depth.keys())
    for (const [, { from, to }] of moves)
      if (from.includes(state) && !depth.has(to!)) depth.set(to!, depth.get(state)! + 1);
  const layers: string[][] = [];
  for (const [state, level] of depth) (layers[level] ??= []).push(state);

  const parents = (state: string) =>
    moves.flatMap(([, { from, to }]) => (to === state ? from.filter((f) => depth.get(f)! < depth.get(state)!) : []));
  const place = new Map<string, number>();
  for (const layer of layers) {
    const centre = (state: string) => {
      const known = parents(state).map((parent) => place.get(parent) ?? 0.5);
      return known.length === 0 ? 0.5 : known.reduce((a, b) => a + b, 0) / known.length;
    };
    layer.sort((a, b) => centre(a) - centre(b));
    layer.forEach((state, i) => place.set(state, (i + 0.5) / layer.length));
  }

  const rows = layers.flatMap((layer) => inRows(layer));
  const inner = Math.max(...rows.map((row) => row.length)) * (box.width + box.gapX);
  const nodes = rows.flatMap((row, level) =>
    row.map((state, i): Node => {
      const slot = inner / row.length;
      return { state, x: box.side + slot * (i + 0.5) - box.width / 2, y: level * (box.height + box.gapY) };
    }),
  );
  const at = new Map(nodes.map((node) => [node.state, node]));
  const edges = new Map<string, Edge>();
  for (const [name, { from, to }] of moves)
    for (const source of from) {
      const [start, end] = [at.get(source), at.get(to!)];
      if (!start || !end || start === end) continue;
      const key = `${source}>${to!}`;
      const edge = edges.get(key) ?? {
        from: start,
        to: end,
        actions: [],
        goes: end.y < start.y ? 'up' : end.y === start.y ? 'level' : 'down',
      };
      edge.actions.push(name);
      edges.set(key, edge);
    }
  return {
    nodes,
    edges: [...edges.values()],
    width: inner + 2 * box.side,
    height: rows.length * (box.height + box.gapY),
  };
}

/** A wide layer as several rows, each spread over the whole width. */
function inRows(layer: readonly string[]): string[][] {
  const count = Math.ceil(layer.length / box.inRow);
  return Array.from({ length: count }, (_, row) => layer.filter((_state, i) => i % count === row));
}

/** The line of an edge: down in a curve, along a row in an arc below it, or back up along the side nearer to it. */
export function pathOf({ from, to, goes }: Edge, width: number): string {
  const { width: w, height: h } = box;
  if (goes !== 'up') {
    const [x1, y1, x2, y2] = [from.x + w / 2, from.y + h, to.x + w / 2, goes === 'level' ? to.y + h : to.y];
    const bend = goes === 'level' ? 28 : Math.max(20, (y2 - y1) / 2);
    return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${goes === 'level' ? y2 + bend : y2 - bend} ${x2} ${y2}`;
  }
  const right = (from.x + to.x) / 2 + w / 2 > width / 2;
  const [x1, x2] = right ? [from.x + w, to.x + w] : [from.x, to.x];
  const far = right ? Math.max(x1, x2) + 30 : Math.min(x1, x2) - 30;
  return `M${x1} ${from.y + h / 2}C${far} ${from.y + h / 2} ${far} ${to.y + h / 2} ${x2} ${to.y + h / 2}`;
}
