/** Next would take that of a folder above. */
export function register(): void {}
