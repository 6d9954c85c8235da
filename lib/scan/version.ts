/** Version of the engine's code; evidence of one version may be judged by another. */
export const engineVersion = '0.1.0';
