/** The two IPC channels of the desktop: calls with their results, and the backend's events. */
export const channels = { send: 'assay:send', event: 'assay:event' } as const;
