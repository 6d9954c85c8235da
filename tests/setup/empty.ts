/** Stands for the marker package `server-only`, which throws outside Next. */
export default null;
