/**
 * Schema version 8: the source identity that a session was begun with. Events of earlier versions
 * have none until their files are read again.
 */
export const VERSION_8: readonly string[] = [
  'ALTER TABLE event_rows ADD COLUMN source_identity VARCHAR',
];
