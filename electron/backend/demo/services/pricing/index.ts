import { awsJson } from '../../protocols/aws-json.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import { integerOf, objectsOf, requiredText, textOf } from '../../protocols/input.ts';
import { pageOf, readToken, requestKey } from '../../protocols/page.ts';
import { type Call, operations, type Service } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';

const LARGEST_PAGE = 100;
const SERVICE_CODES = [
  'AmazonBedrock',
  'AmazonBedrockFoundationModels',
  'AmazonBedrockService',
  'AmazonBedrockAgentCore',
];

/** The AWS Price List, which answers in three Regions only. */
export function pricingService(): Service {
  const protocol = awsJson({ version: '1.1', codes: JSON_CODES });
  return {
    name: 'pricing',
    regional: false,
    offeredIn: ['us-east-1', 'eu-central-1', 'ap-south-1'],
    operations: operations({
      GetProducts: { action: 'pricing:GetProducts', run: getProducts },
    }),
    protocol: () => protocol,
  };
}

function getProducts({ world, identity, input }: Call): object {
  const serviceCode = requiredText(input, 'ServiceCode');
  if (!SERVICE_CODES.includes(serviceCode)) throw invalid(`Invalid service code: ${serviceCode}`);
  const tests = objectsOf(input, 'Filters').map((filter) => {
    const type = requiredText(filter, 'Type');
    if (type !== 'TERM_MATCH' && type !== 'EQUALS') throw invalid(`Filter type ${type}`);
    return { field: requiredText(filter, 'Field'), value: requiredText(filter, 'Value') };
  });
  const size = integerOf(input, 'MaxResults') ?? LARGEST_PAGE;
  if (size < 1 || size > LARGEST_PAGE) throw invalid('MaxResults must be between 1 and 100');
  const regions = world.bedrockRegions;
  const products = regions
    .flatMap((region) => world.priceList(region))
    .filter((one) => one.serviceCode === serviceCode)
    .filter(({ json }) =>
      tests.every(({ field, value }) =>
        json.includes(JSON.stringify({ [field]: value }).slice(1, -1)),
      ),
    );
  const request = requestKey(input, identity.accountId, ['NextToken', 'MaxResults']);
  const token = textOf(input, 'NextToken');
  const offset = token === undefined ? 0 : readToken(token, request)?.offset;
  if (offset === undefined) {
    throw new WireFault('InvalidNextTokenException', 400, 'The pagination token is invalid.');
  }
  const page = pageOf(products, { offset, size, request });
  return {
    FormatVersion: 'aws_v1',
    PriceList: page.items.map(({ json }) => json),
    NextToken: page.next,
  };
}

function invalid(message: string): WireFault {
  return new WireFault('InvalidParameterException', 400, message);
}
