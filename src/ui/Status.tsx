/** What a screen reader says, politely; nothing to see. It has to be there before its first text. */
export function Status({ text }: { readonly text: string }) {
  return (
    <output className="ui-unseen" aria-live="polite" aria-atomic="true">
      {text}
    </output>
  );
}
