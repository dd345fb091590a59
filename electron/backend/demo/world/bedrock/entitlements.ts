import type { Calendar } from '../calendar.ts';
import { catalogueModel, foundationModelsIn } from '../models.ts';
import { ACCOUNT } from '../organization.ts';
import type { WorldAvailability } from './bedrock-world.ts';
import { isMarketplaceMetered } from './rate-cards.ts';

/** Accounts that never asked for models: their agreements do not exist, their forms are empty. */
const WITHOUT_ACCESS: readonly string[] = [ACCOUNT.logArchive];

const ALLOWED = {
  agreementStatus: 'AVAILABLE',
  agreementError: null,
  authorizationStatus: 'AUTHORIZED',
  entitlementAvailability: 'AVAILABLE',
} as const;

const NOT_ALLOWED = {
  ...ALLOWED,
  agreementStatus: 'NOT_AVAILABLE',
  entitlementAvailability: 'NOT_AVAILABLE',
} as const;

/** Models of AWS Marketplace need an agreement; the others may be called as soon as they are offered. */
export function modelAvailabilityIn(
  place: { readonly accountId: string; readonly region: string },
  modelId: string,
  calendar: Calendar,
): WorldAvailability | null {
  const model = catalogueModel(modelId);
  if (model === undefined) return null;
  const offered = foundationModelsIn(place.region, calendar).some(
    (found) => found.modelId === modelId,
  );
  const refused = isMarketplaceMetered(model) && WITHOUT_ACCESS.includes(place.accountId);
  return {
    ...(refused ? NOT_ALLOWED : ALLOWED),
    regionAvailability: offered ? 'AVAILABLE' : 'NOT_AVAILABLE',
  };
}

/** The form behind the agreements, as the console sends it: people's own words included. */
export function accessFormOf(accountId: string): Readonly<Record<string, string>> | null {
  if (WITHOUT_ACCESS.includes(accountId)) return null;
  return {
    companyName: 'Acme Outdoor Retail',
    companyWebsite: 'https://acme.example',
    intendedUsers: '1',
    industryOption: 'Retail',
    otherIndustryOption: '',
    useCases: 'Shopping assistant and support; questions to ada@acme.example, +1 555 0142.',
  };
}
