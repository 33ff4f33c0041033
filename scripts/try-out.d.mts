import type { Stack } from './scale-out.mjs';

export function tryOut(stack: Stack & { ratePerMinute?: number }): Promise<{ what: string; fault?: string }[]>;
