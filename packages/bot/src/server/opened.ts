export type Closing = (end: () => Promise<void> | void) => void;

/**
 * Opens one thing after another. Whoever opens says at once how it is closed; they are closed the other way round, also
 * when a later one cannot be opened: a start that fails leaves no server, home or connection behind.
 */
export async function opened<T>(open: (closing: Closing) => Promise<T>): Promise<readonly [T, () => Promise<void>]> {
  const ends: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    return [await open((end) => void ends.push(end)), close];
  } catch (error) {
    await close();
    throw error;
  }
}
