/** The logical widths that pages have room for: a phone, a column of prose, a desk. */
export type LayoutWidth = 320 | 720 | 1100;
