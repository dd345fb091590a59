import { choiceFilter, choicesFilter, type FilterValues, offsetFilter } from '../../filters.ts';

/** The parts of the settings, in their order. */
export const SETTINGS_TABS = [
  'connections',
  'logs',
  'models',
  'watching',
  'coverage',
  'workspace',
] as const;

export type SettingsTab = (typeof SETTINGS_TABS)[number];

/** How a file of an import may have ended, in the order in which it deserves attention. */
export const FILE_STATUSES = ['failed', 'partial', 'skipped', 'ingested'] as const;

/** What of the settings page stands in the address. */
export const settingsFilters = {
  tab: choiceFilter('tab', SETTINGS_TABS, 'connections'),
  fileStatuses: choicesFilter('file-status', FILE_STATUSES, []),
  fileOffset: offsetFilter('offset'),
} as const;

export type SettingsValues = FilterValues<typeof settingsFilters>;
