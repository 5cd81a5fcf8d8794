/** The languages of the page, one line each; a language is a folder. Everything that lists languages asks `languages.ts`. */
export { book as zh } from './zh/book.ts';
export { book as en } from './en/book.ts';
