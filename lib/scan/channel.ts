/** Lets a producer push while a consumer pulls: `items` yields what is pushed, in order, and ends after `end`. */
export function channel<T>(): { push(item: T): void; end(): void; items: AsyncGenerator<T, void> } {
  const queue: T[] = [];
  let ended = false;
  let wake = () => {};
  return {
    push(item) {
      queue.push(item);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    items: (async function* items() {
      for (;;) {
        const next = queue.shift();
        if (next !== undefined) yield next;
        else if (ended) return;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    })(),
  };
}
