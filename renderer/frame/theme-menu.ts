import type { TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { THEME_CHOICES, type ThemeChoice, type useTheme } from '../theme/theme.tsx';

const THEME_NAMES: Readonly<Record<ThemeChoice, string>> = {
  light: 'Light',
  dark: 'Dark',
  system: 'As the system',
};

/** The menu of themes and densities. */
export function themeMenu(
  theme: ReturnType<typeof useTheme>,
): TopNavigationProps.MenuDropdownUtility {
  return {
    type: 'menu-dropdown',
    iconName: 'settings',
    ariaLabel: 'Theme and density',
    title: 'Theme and density',
    items: [
      {
        id: 'themes',
        text: 'Theme',
        items: THEME_CHOICES.map((choice) => ({
          id: choice,
          text: THEME_NAMES[choice],
          itemType: 'checkbox' as const,
          checked: theme.theme === choice,
        })),
      },
      {
        id: 'density',
        text: 'Density',
        items: [
          {
            id: 'compact',
            text: 'Compact',
            itemType: 'checkbox' as const,
            checked: theme.density === 'compact',
          },
        ],
      },
    ],
    onItemClick: ({ detail }) => {
      const choice = THEME_CHOICES.find((each) => each === detail.id);
      if (choice !== undefined) theme.setTheme(choice);
      else theme.setDensity(theme.density === 'compact' ? 'comfortable' : 'compact');
    },
  };
}
