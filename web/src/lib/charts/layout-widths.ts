/** The logical widths that pages have room for: a phone, a column of prose, a desk. */
export type LayoutWidth = 320 | 720 | 1100;

/** The layout that a sheet of paper has room for. */
export const columnWidth: LayoutWidth = 720;
