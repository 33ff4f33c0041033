/** Injection token of the typed `Config`. */
export const CONFIG = Symbol('config');
