import type { EventFacets, FacetValue, RawRecord } from '../../../shared/api/answers.ts';
import type { Input } from '../../../shared/api/contract.ts';
import type { EventFilter, QuestionRow } from '../store/questions/questions.ts';
import type { ApiContext, ApiPart } from './context.ts';
import { invocationCost } from './invocation-cost.ts';
import { modelKeys } from './model-keys.ts';
import { pricingOf } from './pricing.ts';

/** Events: pages, timeline, values to filter by, and raw records. */
export function eventsApi(
  context: ApiContext,
): ApiPart<'events.list' | 'events.timeline' | 'events.facets' | 'events.record'> {
  const { workspace } = context;
  return {
    async 'events.list'({ offset, limit, sort, ...input }) {
      const { store } = workspace();
      const filter = await filterOf(context, input);
      const [rows, [count]] = await Promise.all([
        store.ask('events-page', { ...filter, offset, limit, sort }),
        store.ask('events-count', filter),
      ]);
      return { rows, total: count?.total ?? 0 };
    },
    'events.timeline': async (input) =>
      workspace().store.ask('events-timeline', await filterOf(context, input)),
    'events.facets': async (input) =>
      facetsOf(await workspace().store.ask('events-facets', await filterOf(context, input))),
    'events.record': ({ eventId }) => record(context, eventId),
  };
}

async function filterOf(
  context: ApiContext,
  { from, to, filter = {} }: Input<'events.timeline'>,
): Promise<EventFilter> {
  const models = await modelKeys(context, filter.models);
  return { from, to, ...filter, models };
}

function facetsOf(rows: readonly QuestionRow<'events-facets'>[]): EventFacets {
  const values = (facet: QuestionRow<'events-facets'>['facet']): readonly FacetValue[] =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, occurrences }) => ({ value, count: occurrences }));
  return {
    accounts: values('account'),
    regions: values('region'),
    eventNames: values('event-name'),
    principals: values('principal'),
    models: values('model'),
  };
}

/** The raw record and, where logs have it, the invocation with the same request id. */
async function record(context: ApiContext, eventId: string): Promise<RawRecord> {
  const { store } = context.workspace();
  const found = await store.rawRecord(eventId);
  const raw = { file: found.file, record: withoutSessionTokens(found.record) };
  const requestId = requestIdOf(raw.record);
  const [invocation] =
    requestId === null ? [] : await store.ask('invocation-by-request-id', { requestId });
  if (invocation === undefined) return { eventId, ...raw, invocation: null };
  const cost = invocationCost(invocation, await pricingOf(context));
  const kept = requestId === null ? null : await store.rawInvocation(requestId);
  const body = kept === null ? {} : { invocationRecord: kept.record };
  return { eventId, ...raw, invocation, cost, ...body };
}

function requestIdOf(record: unknown): string | null {
  if (typeof record !== 'object' || record === null || !('requestID' in record)) return null;
  return typeof record.requestID === 'string' ? record.requestID : null;
}

/** AssumeRole records hold the session token that was issued; no credential reaches the page. */
function withoutSessionTokens(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutSessionTokens);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === 'sessionToken' ? '[not shown]' : withoutSessionTokens(item),
    ]),
  );
}
