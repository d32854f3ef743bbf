/** Does something with each of many, a few at a time: most of what a page takes in a test is waiting. */
export async function abreast<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
  lanes = 3,
): Promise<void> {
  const left = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
    }),
  );
}
