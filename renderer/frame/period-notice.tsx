import Alert from '@cloudscape-design/components/alert';
import { useLocation } from '../navigation.ts';
import { pageAt } from '../pages/index.ts';
import { periodNotice } from '../period.ts';
import { useToday } from '../workspace.ts';

/** Says so where the address names a period that is none, until one is chosen. */
export function PeriodNotice() {
  const { path, search } = useLocation();
  const notice = periodNotice(search, useToday());
  return notice === null || pageAt(path)?.hasPeriod !== true ? null : (
    <Alert type="warning">{notice}</Alert>
  );
}
