/** What is open above the page; one at a time. */
export type Overlay = 'palette' | 'help' | 'period' | null;
