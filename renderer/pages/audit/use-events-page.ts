import type { UseQueryResult } from '@tanstack/react-query';
import type { EventRow, Page } from '../../../shared/api/answers.ts';
import type { AppError } from '../../../shared/model/app-error.ts';
import type { Period } from '../../../shared/model/period.ts';
import { SERVER_PAGE_ROWS } from '../../components/table/paged-table.tsx';
import { useAnswer } from '../../queries/use-answer.ts';
import { type AuditValues, eventFilterOf } from './audit-filters.ts';

/** The page of events that the address asks for. */
export type EventsPage = UseQueryResult<Page<EventRow>, AppError>;

/** Asks the backend for the 50 events that the address names. */
export function useEventsPage(period: Period, values: AuditValues): EventsPage {
  const input = {
    ...period,
    filter: eventFilterOf(values),
    sort: values.sort,
    offset: values.offset,
    limit: SERVER_PAGE_ROWS,
  };
  return useAnswer('events.list', input, { keepPrevious: true });
}
