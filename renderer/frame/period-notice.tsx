import Alert from '@cloudscape-design/components/alert';
import { useLocation } from '../navigation.ts';
import { periodNotice } from '../period.ts';
import { useToday } from '../workspace.ts';

/** Says so where the address names a period that is none, until one is chosen. */
export function PeriodNotice() {
  const notice = periodNotice(useLocation().search, useToday());
  return notice === null ? null : <Alert type="warning">{notice}</Alert>;
}
