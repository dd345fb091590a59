import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { THEME_CHOICES, useTheme } from '../../theme/theme.tsx';

const DENSITIES = ['compact', 'comfortable'] as const;

/** How Assay looks on this machine. */
export function AppearanceSection() {
  const { theme, density, setTheme, setDensity } = useTheme();
  return (
    <Container header={<Header variant="h2">Appearance</Header>}>
      <div className="settings-columns">
        <FormField label="Theme">
          <SegmentedControl
            label="Theme"
            selectedId={theme}
            options={THEME_CHOICES.map((id) => ({ id, text: capitalised(id) }))}
            onChange={({ detail }) => {
              const chosen = THEME_CHOICES.find((choice) => choice === detail.selectedId);
              if (chosen !== undefined) setTheme(chosen);
            }}
          />
        </FormField>
        <FormField label="Density">
          <SegmentedControl
            label="Density"
            selectedId={density}
            options={DENSITIES.map((id) => ({ id, text: capitalised(id) }))}
            onChange={({ detail }) => {
              const chosen = DENSITIES.find((choice) => choice === detail.selectedId);
              if (chosen !== undefined) setDensity(chosen);
            }}
          />
        </FormField>
      </div>
    </Container>
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
