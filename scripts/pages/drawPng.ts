/** SVG as PNG, with a font that has Chinese characters and comes as a package: no browser, nothing of the machine. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

const require = createRequire(import.meta.url);
const FONTS = [
  require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
];

export function drawPng(svg: string): Uint8Array {
  const font = { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' };
  return new Resvg(svg, { font }).render().asPng();
}
