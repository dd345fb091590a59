import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { Failed, Loading } from '../../components/states.tsx';
import { useAnswer } from '../../queries/use-answer.ts';
import { useCall } from '../../queries/use-call.ts';
import { RegionPicker } from './region-picker.tsx';
import { regionsProblem } from './regions.ts';

/** In which Regions models may be called; others are marked wherever they appear. */
export function ApprovedRegions() {
  const settings = useAnswer('settings.get', {});
  const save = useCall('settings.update', { changes: ['settings.get'] });
  if (settings.error !== null) {
    const retry = () => void settings.refetch();
    return <Failed what="Approved Regions" error={settings.error} onRetry={retry} />;
  }
  if (settings.data === undefined) return <Loading label="approved Regions" />;
  const saved = settings.data.approvedRegions;
  const asked = save.isPending ? save.variables.approvedRegions : undefined;
  const problem = regionsProblem(save.variables?.approvedRegions ?? []);
  return (
    <Container header={<Header variant="h2">Approved Regions</Header>}>
      <RegionPicker
        label="Regions in which models may be called"
        description={
          saved.length === 0
            ? 'None is chosen, so no Region is marked. Type a code, or choose one.'
            : 'Any other is marked in Spend, Models and Audit. Without one in this list, none is.'
        }
        regions={asked ?? saved}
        error={save.error === null ? undefined : (problem ?? save.error.message)}
        onChange={(regions) => save.mutate({ approvedRegions: [...regions] })}
      />
    </Container>
  );
}
