/**
 * The look of the desk, in one place. Mantine and our own styles read the same tokens; light and dark are two columns of
 * one table. Every text token holds at least 4.5:1 on every ground it is used on (a unit test computes it).
 */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const petrol: MantineColorsTuple = ['#eaf3f4', '#d5e6e8', '#aed0d4', '#86c5ce', '#5aa0aa', '#3d8590', '#2b6f7a', '#1d5c66', '#174b54', '#103a41']

/** Mantine's own dark greys, replaced by ours, so that its inputs, menus and dialogs stand on the same grounds. */
const night: MantineColorsTuple = ['#e4e1da', '#b3b8bd', '#969da4', '#5c656e', '#3d454e', '#292f36', '#21262c', '#1a1e23', '#16191d', '#101316']

export type Tokens = Record<(typeof tokenNames)[number], string>
export const tokenNames = [
  'ground', 'pane', 'page', 'raised', 'line', 'line-strong', 'hover', 'select',
  'ink', 'ink-2', 'ink-3', 'accent', 'accent-ink', 'on-accent', 'accent-soft',
  'crisis', 'on-crisis', 'red', 'amber', 'green', 'for', 'against', 'pii', 'for-soft', 'against-soft', 'pii-soft',
  'notice', 'notice-ink', 'shadow',
] as const

export const light: Tokens = {
  ground: '#ece9e3',
  pane: '#f6f4ef',
  page: '#fdfcf9',
  raised: '#ffffff',
  line: '#e0dcd3',
  'line-strong': '#c8c2b6',
  hover: '#eeebe4',
  select: '#dfe9e9',
  ink: '#20242a',
  'ink-2': '#4c525a',
  'ink-3': '#5f656c',
  accent: '#1d5c66',
  'accent-ink': '#1d5c66',
  'on-accent': '#ffffff',
  'accent-soft': '#e2eeee',
  crisis: '#98152f',
  'on-crisis': '#ffffff',
  red: '#a8321a',
  amber: '#765200',
  green: '#2c6648',
  for: '#b0532c',
  against: '#2f7a56',
  pii: '#5c4a94',
  'for-soft': '#f8ebe2',
  'against-soft': '#e5f1e9',
  'pii-soft': '#ece8f6',
  notice: '#fbf2d9',
  'notice-ink': '#513d05',
  shadow: '0 1px 2px rgb(40 36 28 / 6%), 0 6px 20px rgb(40 36 28 / 8%)',
}

export const dark: Tokens = {
  ground: '#101316',
  pane: '#16191d',
  page: '#1a1e23',
  raised: '#21262c',
  line: '#292f36',
  'line-strong': '#3d454e',
  hover: '#1e2328',
  select: '#21333a',
  ink: '#e4e1da',
  'ink-2': '#b3b8bd',
  'ink-3': '#969da4',
  accent: '#2b6f7a',
  'accent-ink': '#86c5ce',
  'on-accent': '#ffffff',
  'accent-soft': '#1c3238',
  crisis: '#c73a56',
  'on-crisis': '#ffffff',
  red: '#f19475',
  amber: '#e0b45a',
  green: '#86c1a1',
  for: '#e59a72',
  against: '#7fbf9b',
  pii: '#b7a8e8',
  'for-soft': '#33271f',
  'against-soft': '#1d2e26',
  'pii-soft': '#29253a',
  notice: '#332c17',
  'notice-ink': '#ecd9a3',
  shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 40%)',
}

const sans = "'Inter Variable', system-ui, 'Segoe UI', sans-serif"
export const serif = "'Source Serif 4 Variable', Georgia, 'Times New Roman', serif"

export const theme = createTheme({
  fontFamily: sans,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
  headings: { fontFamily: sans, fontWeight: '600' },
  colors: { petrol, dark: night },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 6,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.35' },
  components: {
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 80 }, withArrow: false } },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Modal: { defaultProps: { transitionProps: { duration: 100 }, overlayProps: { backgroundOpacity: 0.35 } } },
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
  },
})

const named = (tokens: Tokens) => Object.fromEntries(tokenNames.map((name) => [`--wg-${name}`, tokens[name]]))

const mantine = (t: Tokens) => ({
  '--mantine-color-body': t.page,
  '--mantine-color-text': t.ink,
  '--mantine-color-dimmed': t['ink-3'],
  '--mantine-color-placeholder': t['ink-3'],
  '--mantine-color-anchor': t['accent-ink'],
  '--mantine-color-default': t.raised,
  '--mantine-color-default-hover': t.hover,
  '--mantine-color-default-color': t.ink,
  '--mantine-color-default-border': t['line-strong'],
  '--mantine-color-error': t.red,
  '--mantine-color-disabled': t.hover,
  '--mantine-color-disabled-color': t['ink-3'],
  '--mantine-color-disabled-border': t.line,
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--wg-serif': serif, '--wg-sans': sans },
  light: { ...named(light), ...mantine(light) },
  dark: { ...named(dark), ...mantine(dark) },
})
