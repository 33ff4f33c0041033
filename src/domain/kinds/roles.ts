import type { Role } from '../workflow/workflow.js';

/** Who takes papers in and sends them out. */
export const desk: readonly Role[] = ['clerk', 'officer', 'supervisor'];
/** Who carries land files through. */
export const staff: readonly Role[] = ['officer', 'supervisor'];
/** The chair decides; an officer records the paper the chair has signed. */
export const chair: readonly Role[] = ['supervisor', 'officer'];
