import type { ThemeConfig } from 'antd/es/config-provider/context'

/** Every pair of text and ground keeps a contrast of at least 4.5 : 1. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5cad',
    // Under the mouse darker, not lighter as derived: white text stays readable on it.
    colorPrimaryHover: '#094c90',
    colorLink: '#0b5cad',
    colorError: '#c5221f',
    colorErrorHover: '#a31b18',
    colorWarning: '#8a5300',
    colorSuccess: '#1b6e3a',
    // Grounds of their own: those derived from a dark colour are too dark for text.
    colorWarningBg: '#fff4e0',
    colorWarningBorder: '#e8c88f',
    colorSuccessBg: '#e7f5ec',
    colorSuccessBorder: '#a9d4b9',
    colorTextSecondary: '#454d57',
    colorTextTertiary: '#545d68',
    colorTextQuaternary: '#545d68',
    colorTextPlaceholder: '#646d78',
    colorTextDescription: '#545d68',
    colorTextDisabled: '#646d78',
    fontFamily:
      "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Noto Sans Hans', sans-serif",
    borderRadius: 6,
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
}
