import type { ServiceQuota as QuotaAnswer } from '@aws-sdk/client-service-quotas';
import type { Part, ServiceQuota } from '../../../../shared/model/dataset.ts';
import { CallFailure } from '../../aws/caller.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { plainSentence } from '../../aws/plain-sentence.ts';
import { required, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { everyItem } from '../every-item.ts';
import { quotaLimit } from './quota-limit.ts';

const APPLIED = 'servicequotas:ListServiceQuotas';
const DEFAULTS = 'servicequotas:ListAWSDefaultServiceQuotas';

const SERVICE = { ServiceCode: 'bedrock', MaxResults: 100 } as const;

/**
 * The quotas of Bedrock in a Region with the values that hold. A quota to which nothing was ever
 * applied may be absent from the list of applied values (API reference of ListServiceQuotas: "For
 * some quotas, only the default values are available"), so the defaults are listed too; they are the
 * same for all accounts of a Region and read once in a scan.
 */
export const serviceQuotas: Collector<'service-quotas'> = {
  dataset: 'service-quotas',
  title: 'Service quotas of Bedrock',
  scope: 'region',
  iamActions: [APPLIED, DEFAULTS],
  collect: async (context) => {
    const { part } = context;
    const applied = await listApplied(context);
    const defaults = await part(DEFAULTS, () => sharedDefaults(context));
    const read = await inParallel(applied, 1, (quota) =>
      part(APPLIED, async () => readQuota(quota, defaults)),
    );
    const listed = new Set(applied.map(({ QuotaCode }) => QuotaCode));
    const rest = (defaults.read ? defaults.value : []).filter(
      ({ QuotaCode }) => !listed.has(QuotaCode),
    );
    return [
      ...read.flatMap((quota) => (quota.read ? quota.value : [])),
      ...rest.map((quota) => toServiceQuota(null, { read: true, value: quota })),
    ];
  },
};

function listApplied({ clients, region, call }: CollectContext): Promise<readonly QuotaAnswer[]> {
  return everyItem({
    of: APPLIED,
    page: (NextToken) =>
      call(APPLIED, async (options) =>
        (await clients.quotas(region)).listServiceQuotas({ ...SERVICE, NextToken }, options),
      ),
    next: (page) => page.NextToken,
    items: (page) => page.Quotas,
  });
}

function sharedDefaults(context: CollectContext): Promise<readonly QuotaAnswer[]> {
  const { clients, region, call, shared } = context;
  const place = `${clients.connection.endpointUrl ?? 'AWS'} ${region}`;
  return shared.defaultQuotas(place, () =>
    everyItem({
      of: DEFAULTS,
      page: (NextToken) =>
        call(DEFAULTS, async (options) =>
          (await clients.quotas(region)).listAWSDefaultServiceQuotas(
            { ...SERVICE, NextToken },
            options,
          ),
        ),
      next: (page) => page.NextToken,
      items: (page) => page.Quotas,
    }),
  );
}

/**
 * AWS lists a quota that it could not read itself with an error in place of its value.
 * @throws CallFailure then.
 */
function readQuota(quota: QuotaAnswer, defaults: Part<readonly QuotaAnswer[]>): ServiceQuota {
  const { ErrorReason: error, Value, QuotaName = 'A quota', QuotaCode } = quota;
  if (error === undefined || Value !== undefined) {
    const sameCode = (each: QuotaAnswer) => each.QuotaCode === QuotaCode;
    return toServiceQuota(
      quota,
      partOf(defaults, (all) => all.find(sameCode) ?? null),
    );
  }
  const why = plainSentence(error.ErrorMessage ?? error.ErrorCode ?? 'it did not say why');
  const reason = `AWS could not read the quota ${QuotaName}: ${why}`;
  throw new CallFailure({ status: 'failed', reason }, null);
}

/**
 * One quota, from the list of applied values, from that of AWS's defaults, or from both.
 * @throws AppError `aws-failed` where neither has a value.
 */
export function toServiceQuota(
  applied: QuotaAnswer | null,
  standard: Part<QuotaAnswer | null>,
): ServiceQuota {
  const quota = applied ?? (standard.read ? standard.value : null) ?? {};
  const name = text(quota.QuotaName, 'Quotas.QuotaName');
  const { PeriodValue, PeriodUnit } = quota.Period ?? {};
  return {
    code: text(quota.QuotaCode, 'Quotas.QuotaCode'),
    name,
    quotaArn: quota.QuotaArn ?? '',
    value: required(quota.Value, 'Quotas.Value'),
    holds: applied === null ? 'default' : 'applied',
    applied: applied?.Value ?? null,
    default: partOf(standard, (answer) => answer?.Value ?? null),
    unit: quota.Unit ?? 'None',
    adjustable: quota.Adjustable ?? false,
    global: quota.GlobalQuota ?? false,
    period:
      PeriodValue === undefined || PeriodUnit === undefined
        ? null
        : { value: PeriodValue, unit: PeriodUnit },
    usageMetric: usageMetric(quota.UsageMetric),
    limits: quotaLimit(name),
  };
}

function partOf<T, U>(part: Part<T>, of: (value: T) => U): Part<U> {
  return part.read ? { read: true, value: of(part.value) } : part;
}

function usageMetric(metric: QuotaAnswer['UsageMetric']): ServiceQuota['usageMetric'] {
  if (metric?.MetricNamespace === undefined || metric.MetricName === undefined) return null;
  return {
    namespace: metric.MetricNamespace,
    metricName: metric.MetricName,
    dimensions: metric.MetricDimensions ?? {},
    statistic: metric.MetricStatisticRecommendation ?? null,
  };
}
