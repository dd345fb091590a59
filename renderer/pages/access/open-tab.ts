import { navigate } from '../../navigation.ts';
import { type AccessTabId, tabAddress } from './access-filters.ts';

/** Opens another tab of the page with some of its filters set; who, what and the context go along. */
export function openTab(tab: AccessTabId, filters: Readonly<Record<string, string>> = {}): void {
  navigate(tabAddress(tab, window.location.search, filters));
}
