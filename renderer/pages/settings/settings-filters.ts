import { COVERAGE_STATES } from '../../../shared/api/coverage.ts';
import {
  choiceFilter,
  choicesFilter,
  type FilterValues,
  listFilter,
  offsetFilter,
} from '../../filters.ts';

/** The parts of the settings, in their order. */
export const SETTINGS_TABS = [
  'connections',
  'sources',
  'logs',
  'models',
  'privacy',
  'coverage',
  'policy',
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
  coverageView: choiceFilter('coverage', ['datasets', 'readings'], 'datasets'),
  names: listFilter('dataset'),
  accounts: listFilter('account'),
  regions: listFilter('region'),
  states: choicesFilter('state', COVERAGE_STATES, []),
  coverageOffset: offsetFilter('reading'),
} as const;

export type SettingsValues = FilterValues<typeof settingsFilters>;

/** What another tab starts with. */
export const FRESH_TAB = {
  fileOffset: 0,
  names: [],
  accounts: [],
  regions: [],
  states: [],
  coverageOffset: 0,
} as const satisfies Partial<SettingsValues>;

/** The way a tab changes what stands in the address. */
export type UpdateSettings = (patch: Partial<SettingsValues>) => void;
