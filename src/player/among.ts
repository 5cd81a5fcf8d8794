/** The one of these that a value from outside is; undefined for anything else. */
export function among<const Option>(options: readonly Option[], value: unknown): Option | undefined {
  return options.find((option) => option === value);
}
