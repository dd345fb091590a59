import type { ServiceQuota } from '../../../../../shared/model/dataset.ts';
import { awsJson } from '../../protocols/aws-json.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import { integerOf, requiredText, textOf } from '../../protocols/input.ts';
import { pageOf, readToken, requestKey } from '../../protocols/page.ts';
import { type Call, operations, type Service } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';

const MAX_PAGE = 100;

/** AWS Service Quotas; this world has the quotas of Bedrock. */
export function serviceQuotasService(): Service {
  const codes = {
    ...JSON_CODES,
    invalid: { code: 'IllegalArgumentException', status: 400 },
    throttled: { code: 'TooManyRequestsException', status: 400 },
    internal: { code: 'ServiceException', status: 500 },
  };
  const protocol = awsJson({ version: '1.1', codes });
  return {
    name: 'servicequotas',
    regional: true,
    operations: operations({
      ListServiceQuotas: { action: 'servicequotas:ListServiceQuotas', run: listServiceQuotas },
    }),
    protocol: () => protocol,
  };
}

function listServiceQuotas(call: Call): object {
  const { input, identity, region } = call;
  if (requiredText(input, 'ServiceCode') !== 'bedrock') {
    throw new WireFault('NoSuchResourceException', 400, 'The service code is not known.');
  }
  const size = integerOf(input, 'MaxResults') ?? MAX_PAGE;
  if (size < 1 || size > MAX_PAGE) throw invalidInput(`MaxResults must be 1 to ${MAX_PAGE}`);
  const request = requestKey(input, `${identity.accountId} ${region}`, ['NextToken', 'MaxResults']);
  const token = textOf(input, 'NextToken');
  const offset = token === undefined ? 0 : readToken(token, request)?.offset;
  if (offset === undefined) {
    throw new WireFault('InvalidPaginationTokenException', 400, 'The token is not valid.');
  }
  const code = textOf(input, 'QuotaCode');
  const all = call.world
    .serviceQuotas(identity.accountId, region)
    .filter((quota) => code === undefined || quota.code === code);
  const page = pageOf(all, { offset, size, request });
  return { Quotas: page.items.map(describeQuota), NextToken: page.next };
}

function describeQuota(quota: ServiceQuota): object {
  return {
    ServiceCode: 'bedrock',
    ServiceName: 'Amazon Bedrock',
    QuotaArn: quota.quotaArn,
    QuotaCode: quota.code,
    QuotaName: quota.name,
    Value: quota.value,
    Unit: quota.unit,
    Adjustable: quota.adjustable,
    GlobalQuota: quota.global,
    QuotaAppliedAtLevel: 'ACCOUNT',
  };
}
