import type { PrincipalUsage } from '../../../shared/api/answers.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { incompleteDaysNote } from '../../../shared/cost/incomplete-days.ts';
import { pricePrincipals } from '../../../shared/cost/price-principals.ts';
import { besideSum } from '../../../shared/cost/spend/beside-metered.ts';
import { dayOf, type Month, monthPeriod } from '../../../shared/model/period.ts';
import { principalWithoutPath } from '../../../shared/model/principal.ts';
import type { UsageRow } from '../../../shared/model/usage.ts';
import { costByModel } from '../../../shared/reports/cost-by-model.ts';
import type { Table } from '../../../shared/reports/table.ts';
import type { ApiContext, ApiPart } from './context.ts';
import { modelKeys } from './model-keys.ts';
import { pricingOf } from './pricing.ts';
import { reconciliationReport } from './reconcile/reconciliation-report.ts';
import { readBeside } from './spend/beside-metered-of.ts';
import { spendBase } from './spend/spend-base.ts';
import {
  cacheReport,
  capacityReport,
  chargebackReport,
  spendReport,
} from './spend/spend-reports.ts';
import { chosenBy } from './usage-filter.ts';
import { readLoggedUsage } from './usage-rows.ts';

/** Calls by principal, and reports over usage. */
export function usageApi(context: ApiContext): ApiPart<'principals.list' | 'report.build'> {
  return {
    'principals.list': (input) => principals(context, input),
    'report.build': (input) => BUILD[input.report](context, input),
  };
}

const BUILD: Readonly<
  Record<
    Input<'report.build'>['report'],
    (context: ApiContext, input: Input<'report.build'>) => Promise<Table>
  >
> = {
  'cost-by-model': (context, { month }) => costReport(context, month),
  reconciliation: (context, { month }) => reconciliationReport(context, month),
  spend: spendReport,
  chargeback: chargebackReport,
  cache: cacheReport,
  capacity: capacityReport,
};

async function costReport(context: ApiContext, month: Month): Promise<Table> {
  const period = monthPeriod(month);
  const { pricing, read } = await spendBase(context, { groupings: ['model'] });
  const [{ usage, calls, incompleteDays, notes }, { costs, rows }] = await Promise.all([
    read(period),
    readBeside(context, period),
  ]);
  const beside = besideSum(costs, rows);
  const today = dayOf(context.host.now());
  const late = incompleteDaysNote({ period, days: incompleteDays ?? [], today });
  const table = costByModel.build({ ...pricing, usage, calls, month, beside });
  return { ...table, notes: [...table.notes, ...(notes ?? []), ...late] };
}

async function principals(context: ApiContext, input: Input<'principals.list'>) {
  const workspace = context.workspace();
  const { filter = {}, ...period } = input;
  const models = await modelKeys(context, filter.models);
  const rows = await workspace.store.ask('principal-activity', { ...period, ...filter, models });
  const pricing = await pricingOf(context);
  const chosen = chosenBy({ ...filter, principals: undefined }, pricing.profiles);
  const usage = await readLoggedUsage(workspace.store, period);
  const costs = pricePrincipals(usage.filter(chosen).map(byRole), pricing);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row): PrincipalUsage => {
      const cost = costs.get(principalWithoutPath(row.principalArn));
      return {
        principalArn: row.principalArn,
        principalType: row.principalType,
        accountId: row.accountId,
        calls: row.calls,
        unloggedCalls: row.unloggedCalls,
        failedCalls: row.failedCalls,
        sessions: row.sessions,
        models: row.models,
        regions: row.regions,
        tokens: {
          input: row.inputTokens,
          output: row.outputTokens,
          cacheRead: row.cacheReadTokens,
          cacheWrite: row.cacheWriteTokens,
        },
        usd: cost?.usd ?? null,
        unpricedTokens: cost?.unpricedTokens ?? 0,
        lastSeen: row.lastSeen,
      };
    }),
  };
}

function byRole(row: UsageRow): UsageRow {
  const { principalArn } = row;
  return {
    ...row,
    principalArn: principalArn === null ? null : principalWithoutPath(principalArn),
  };
}
