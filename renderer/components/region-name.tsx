import Box from '@cloudscape-design/components/box';
import { Fragment } from 'react';
import { isForeignRegion } from '../../shared/model/approved-region.ts';
import { useAnswer } from '../queries/use-answer.ts';

/** The Regions that were approved; empty while not known, and while nobody has decided. */
function useApprovedRegions(): readonly string[] {
  return useAnswer('settings.get', {}).data?.approvedRegions ?? [];
}

/** A Region by its code; one that is not approved says so. Nothing where none is told. */
export function RegionName({ region }: { readonly region: string | null }) {
  const approved = useApprovedRegions();
  if (region === null) return <>-</>;
  const foreign = isForeignRegion(region, approved);
  if (!foreign) return <span title={region}>{region}</span>;
  return (
    <span title={`${region} is not an approved Region`}>
      {region}{' '}
      <Box variant="span" fontSize="body-s" color="text-status-error">
        not approved
      </Box>
    </span>
  );
}

/** Several Regions in a line; it says how many of them are not approved before it names them. */
export function RegionList({ regions }: { readonly regions: readonly string[] }) {
  const approved = useApprovedRegions();
  const foreign = regions.filter((region) => isForeignRegion(region, approved));
  if (regions.length === 0) return <>-</>;
  const names = regions.join(', ');
  if (foreign.length === 0) {
    return (
      <span title={names}>
        <RegionCodes regions={regions} />
      </span>
    );
  }
  return (
    <span title={`${names}. Not approved: ${foreign.join(', ')}`}>
      <Box variant="span" fontSize="body-s" color="text-status-error">
        {foreign.length} not approved:
      </Box>{' '}
      <RegionCodes
        regions={[...foreign, ...regions.filter((region) => !foreign.includes(region))]}
      />
    </span>
  );
}

/** Region codes in a line that breaks between them, never inside one. */
export function RegionCodes({ regions }: { readonly regions: readonly string[] }) {
  return regions.map((region, index) => (
    <Fragment key={region}>
      <span className="figure">
        {region}
        {index < regions.length - 1 ? ',' : ''}
      </span>{' '}
    </Fragment>
  ));
}
