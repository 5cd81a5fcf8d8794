interface SheetProps {
  /** Tells it from others; the same one is put on the page once. */
  readonly name: string;
  readonly css: string;
}

/** The style of a part that few visits need: it comes with that part, so that the sheet of the first load stays small. */
export function Sheet({ name, css }: SheetProps) {
  return (
    <style href={name} precedence="part">
      {css}
    </style>
  );
}
