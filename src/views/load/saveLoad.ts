/** Puts what is shown into a file: the curves as CSV, the columns as a picture. */

export function saveText(name: string, content: string): void {
  save(name, new Blob([content], { type: 'text/csv;charset=utf-8' }));
}

/** Draws an element with its own styles as a PNG, twice as large. */
export async function savePicture(name: string, element: HTMLElement): Promise<void> {
  const { width, height } = element.getBoundingClientRect();
  standStill(element);
  const copy = element.cloneNode(true);
  const holder = document.createElement('div');
  holder.append(copy);
  const styles = [...document.styleSheets].flatMap(rulesOf).join('\n');
  const { font, color } = getComputedStyle(element);
  const { backgroundColor } = getComputedStyle(document.body);
  const { colorScheme } = getComputedStyle(document.documentElement);
  const sheet = document.createElement('style');
  sheet.textContent = styles;
  holder.prepend(sheet);
  Object.assign(holder.style, { font, color, backgroundColor, colorScheme });
  // Set by what stands around it, which the picture does not have.
  holder.style.setProperty('--load-axis', getComputedStyle(element).getPropertyValue('--load-axis'));
  holder.lang = document.documentElement.lang;
  const body = new XMLSerializer().serializeToString(holder);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${body}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  context?.scale(SCALE, SCALE);
  context?.drawImage(image, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('Expected the browser to make a picture.');
  save(name, blob);
}

const SCALE = 2;

/** A copy has no motion: what the browser moves by itself is to stand in it where it is seen. */
function standStill(element: HTMLElement): void {
  for (const motion of element.getAnimations({ subtree: true })) {
    if (motion instanceof CSSTransition || !(motion.effect instanceof KeyframeEffect)) continue;
    if (motion.effect.target?.checkVisibility() === true) motion.commitStyles();
  }
}

function rulesOf(sheet: CSSStyleSheet): readonly string[] {
  try {
    return [...sheet.cssRules].map(({ cssText }) => cssText);
  } catch {
    // A sheet of somebody else's, such as an extension's.
    return [];
  }
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}
