import type { ServiceQuota as QuotaAnswer } from '@aws-sdk/client-service-quotas';
import type { ServiceQuota } from '../../../../shared/model/dataset.ts';
import { CallFailure } from '../../aws/caller.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { plainSentence } from '../../aws/plain-sentence.ts';
import { required, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';
import { everyItem } from '../every-item.ts';
import { quotaLimit } from './quota-limit.ts';

const ACTION = 'servicequotas:ListServiceQuotas';

/**
 * The quotas of Bedrock in a Region with the values that hold. The list of applied values carries
 * AWS's default wherever none was raised, so the defaults are not asked for.
 */
export const serviceQuotas: Collector<'service-quotas'> = {
  dataset: 'service-quotas',
  title: 'Service quotas of Bedrock',
  scope: 'region',
  iamActions: [ACTION],
  collect: async ({ clients, region, call, part }) => {
    const found = await everyItem({
      of: ACTION,
      page: (NextToken) =>
        call(ACTION, async (options) =>
          (await clients.quotas(region)).listServiceQuotas(
            { ServiceCode: 'bedrock', MaxResults: 100, NextToken },
            options,
          ),
        ),
      next: (page) => page.NextToken,
      items: (page) => page.Quotas,
    });
    const read = await inParallel(found, 1, (quota) => part(ACTION, async () => readQuota(quota)));
    return read.flatMap((quota) => (quota.read ? quota.value : []));
  },
};

/**
 * AWS lists a quota that it could not read itself with an error in place of its value.
 * @throws CallFailure then.
 */
function readQuota(quota: QuotaAnswer): ServiceQuota {
  const { ErrorReason: error, Value, QuotaName = 'A quota' } = quota;
  if (error === undefined || Value !== undefined) return toServiceQuota(quota);
  const why = plainSentence(error.ErrorMessage ?? error.ErrorCode ?? 'it did not say why');
  const reason = `AWS could not read the quota ${QuotaName}: ${why}`;
  throw new CallFailure({ status: 'failed', reason }, null);
}

/** One quota. */
export function toServiceQuota(quota: QuotaAnswer): ServiceQuota {
  const name = text(quota.QuotaName, 'Quotas.QuotaName');
  const { PeriodValue, PeriodUnit } = quota.Period ?? {};
  return {
    code: text(quota.QuotaCode, 'Quotas.QuotaCode'),
    name,
    quotaArn: quota.QuotaArn ?? '',
    value: required(quota.Value, 'Quotas.Value'),
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

function usageMetric(metric: QuotaAnswer['UsageMetric']): ServiceQuota['usageMetric'] {
  if (metric?.MetricNamespace === undefined || metric.MetricName === undefined) return null;
  return {
    namespace: metric.MetricNamespace,
    metricName: metric.MetricName,
    dimensions: metric.MetricDimensions ?? {},
    statistic: metric.MetricStatisticRecommendation ?? null,
  };
}
