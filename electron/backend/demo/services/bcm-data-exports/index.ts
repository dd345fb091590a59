import { awsJson } from '../../protocols/aws-json.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import { integerOf, requiredText, textOf } from '../../protocols/input.ts';
import { pageOf, readToken, requestKey } from '../../protocols/page.ts';
import { type Call, operations, type Service } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';
import type { WorldExport } from '../../world/bill/bill-world.ts';

const LARGEST_PAGE = 300;

/** AWS Data Exports: one endpoint for all Regions. */
export function dataExportsService(): Service {
  const protocol = awsJson({ version: '1.1', codes: JSON_CODES });
  return {
    name: 'bcm-data-exports',
    regional: false,
    operations: operations({
      ListExports: { action: 'bcm-data-exports:ListExports', run: listExports },
      GetExport: {
        action: 'bcm-data-exports:GetExport',
        resource: (call) => textOf(call.input, 'ExportArn') ?? '*',
        run: getExport,
      },
    }),
    protocol: () => protocol,
  };
}

function listExports({ world, identity, input }: Call): object {
  const size = integerOf(input, 'MaxResults') ?? LARGEST_PAGE;
  if (size < 1 || size > LARGEST_PAGE) {
    throw invalidInput(`MaxResults must be between 1 and ${LARGEST_PAGE}`);
  }
  const request = requestKey(input, identity.accountId, ['NextToken', 'MaxResults']);
  const token = textOf(input, 'NextToken');
  const offset = token === undefined ? 0 : readToken(token, request)?.offset;
  if (offset === undefined) throw invalidInput('NextToken is not valid');
  const page = pageOf(world.exports(identity.accountId), { offset, size, request });
  return {
    Exports: page.items.map((one) => ({
      ExportArn: one.exportArn,
      ExportName: one.name,
      ExportStatus: statusOf(one),
    })),
    NextToken: page.next,
  };
}

function getExport({ world, identity, input }: Call): object {
  const arn = requiredText(input, 'ExportArn');
  const found = world.exports(identity.accountId).find(({ exportArn }) => exportArn === arn);
  if (found === undefined) {
    throw new WireFault('ResourceNotFoundException', 400, `Export ${arn} was not found.`);
  }
  return { Export: describeExport(found), ExportStatus: statusOf(found) };
}

function describeExport(found: WorldExport): object {
  return {
    ExportArn: found.exportArn,
    Name: found.name,
    DataQuery: {
      QueryStatement: found.query,
      TableConfigurations: found.tableConfigurations,
    },
    DestinationConfigurations: {
      S3Destination: {
        S3Bucket: found.bucket.name,
        S3Prefix: found.bucket.prefix,
        S3Region: found.bucket.region,
        S3OutputConfigurations: {
          OutputType: 'CUSTOM',
          Format: 'TEXT_OR_CSV',
          Compression: 'GZIP',
          Overwrite: found.overwrite ? 'OVERWRITE_REPORT' : 'CREATE_NEW_REPORT',
        },
      },
    },
    RefreshCadence: { Frequency: 'SYNCHRONOUS' },
  };
}

/** Times are ISO 8601 here, unlike in other services of this protocol. */
function statusOf({ createdAt, refreshedAt }: WorldExport): object {
  return {
    StatusCode: 'HEALTHY',
    CreatedAt: createdAt,
    LastUpdatedAt: createdAt,
    LastRefreshedAt: refreshedAt,
  };
}
