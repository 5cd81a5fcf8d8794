/** Parts of the page that are opened from elsewhere on it. */
export const FOLDS = { table: 'load-table', why: 'load-why', orders: 'load-orders' } as const;
