import { isRegionCode } from '../../../shared/model/region-code.ts';

/**
 * Regions offered as suggestions, as AWS's Price List names them for Bedrock; any other code can be
 * typed, so a Region that is newer than this program can be read too.
 */
export const SUGGESTED_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-central-1',
  'ca-west-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
  'sa-east-1',
  'us-gov-east-1',
  'us-gov-west-1',
  'eusc-de-east-1',
];

/** Why codes cannot be Regions, naming those that cannot; null when all can. */
export function regionsProblem(regions: readonly string[]): string | null {
  const wrong = regions.filter((code) => !isRegionCode(code));
  if (wrong.length === 0) return null;
  const verb = wrong.length === 1 ? 'is no Region code' : 'are no Region codes';
  return `${wrong.join(', ')} ${verb}. Write it as AWS does, as in eu-west-1.`;
}
