import { addDays } from '../../../../../shared/model/period.ts';
import { formatUsd, parseUsd } from '../../../../../shared/model/usd.ts';
import { bundledPrices } from '../../../../../shared/prices/bundled-prices.ts';
import type { PriceLine } from '../../../../../shared/prices/price-line.ts';
import type { Calendar } from '../calendar.ts';
import { resourceId } from '../identifiers.ts';
import { keepByKey, once } from '../keep.ts';
import { catalogueModel } from '../models.ts';
import { BEDROCK_REGIONS } from '../organization.ts';
import { type BilledUse, billName, isBilledUnit } from './spellings.ts';

/** One product of the Price List as `pricing:GetProducts` writes it. */
export interface WorldProduct {
  readonly serviceCode: string;
  readonly region: string;
  /** The entry's JSON, without the envelope of an answer. */
  readonly json: string;
}

interface Listed {
  readonly serviceCode: string;
  readonly serviceName: string;
  readonly region: string;
  readonly usageType: string;
  readonly unit: string;
  /** Ten decimals, as AWS writes it. */
  readonly usd: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** The Price List of this world: the bundled prices, and AWS's oddities around them. */
export function createPriceList(calendar: Calendar): (region: string) => readonly WorldProduct[] {
  const lines = once(() => bundledPrices().filter(({ validTo }) => validTo === undefined));
  const published = `${addDays(calendar.today, -11)}T00:49:40Z`;
  return keepByKey((region) =>
    [...lines().flatMap((line) => listedOf(line, region)), ...oddities(region)].map((one) => ({
      serviceCode: one.serviceCode,
      region,
      json: entryOf(one, published),
    })),
  );
}

function listedOf(line: PriceLine, region: string): readonly Listed[] {
  const { modelId, unit, tier, scope } = line;
  if (!isBilledUnit(unit) || line.context === 'long') return [];
  if (tier === 'reserved' || tier === 'latency-optimized' || scope === 'geographic') return [];
  const here =
    line.regions === '*' ? BEDROCK_REGIONS.includes(region) : line.regions.includes(region);
  if (!here || parseUsd(line.usd) === 0n) return [];
  const use: BilledUse = { modelId, region, scope, tier, unit };
  const name = billName(use);
  const marketplace = name.service.endsWith('(Amazon Bedrock Edition)');
  return [
    {
      serviceCode: marketplace ? 'AmazonBedrockFoundationModels' : name.productCode,
      serviceName: name.service,
      region,
      usageType: name.usageType,
      unit: name.unit,
      usd: tenDecimals((parseUsd(line.usd) * BigInt(name.per)) / BigInt(line.per)),
      more: attributesOf(modelId, unit),
    },
  ];
}

/** Attributes come and go: some products name their model, Titan's in a word of its own. */
function attributesOf(modelId: string, unit: string): Readonly<Record<string, string>> {
  const name = catalogueModel(modelId)?.name ?? modelId;
  if (modelId.includes('titan')) return { titanModel: name, inferenceType: 'Text input' };
  return unit === 'input-tokens' ? { model: name, inferenceType: 'Input tokens' } : {};
}

/** A placeholder, a price beside tokens, and AgentCore. */
function oddities(region: string): readonly Listed[] {
  if (region !== 'us-east-1') return [];
  const bedrock = { serviceCode: 'AmazonBedrock', serviceName: 'Amazon Bedrock', region };
  const core = {
    serviceCode: 'AmazonBedrockAgentCore',
    serviceName: 'Amazon Bedrock AgentCore',
    region,
  };
  return [
    {
      ...bedrock,
      usageType: 'USE1-Nova2.0Lite-output-tokens-batch',
      unit: '1K tokens',
      usd: '0.0000000000',
    },
    {
      ...bedrock,
      usageType: 'USE1-Guardrail-ContentPolicyUnitsConsumed',
      unit: '1K text units',
      usd: '0.1500000000',
    },
    {
      ...bedrock,
      usageType: 'USE1-Llama3-3-70B-ProvisionedThroughput-6MonthCommit-ModelUnits',
      unit: 'hours',
      usd: '13.0800000000',
    },
    {
      ...core,
      usageType: 'USE1-Runtime:Consumption-based:vCPU',
      unit: 'vCPU-Hours',
      usd: '0.0895000000',
    },
    {
      ...core,
      usageType: 'USE1-Runtime:Consumption-based:Memory',
      unit: 'GB-Hours',
      usd: '0.0094500000',
    },
  ];
}

function entryOf(listed: Listed, published: string): string {
  const sku = resourceId(`sku/${listed.usageType}/${listed.region}`, 16).toUpperCase();
  const term = `${sku}.JRTCKXETXF`;
  const rate = `${term}.6YS6EN2CT7`;
  return JSON.stringify({
    product: {
      productFamily: 'Amazon Bedrock',
      attributes: {
        regionCode: listed.region,
        servicecode: listed.serviceCode,
        usagetype: listed.usageType,
        locationType: 'AWS Region',
        servicename: listed.serviceName,
        operation: '',
        ...listed.more,
      },
      sku,
    },
    serviceCode: listed.serviceCode,
    terms: {
      OnDemand: {
        [term]: {
          priceDimensions: {
            [rate]: {
              unit: listed.unit,
              endRange: 'Inf',
              description: `$${listed.usd} per ${listed.unit} for ${listed.usageType}`,
              appliesTo: [],
              rateCode: rate,
              beginRange: '0',
              pricePerUnit: { USD: listed.usd },
            },
          },
          sku,
          effectiveDate: '2026-09-01T00:00:00Z',
          offerTermCode: 'JRTCKXETXF',
          termAttributes: {},
        },
      },
    },
    version: published.replace(/\D/g, ''),
    publicationDate: published,
  });
}

function tenDecimals(amount: bigint): string {
  const [whole = '0', decimals = ''] = formatUsd(amount).split('.');
  return `${whole}.${decimals.padEnd(10, '0').slice(0, 10)}`;
}
