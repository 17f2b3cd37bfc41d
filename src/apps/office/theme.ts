import type { ThemeConfig } from 'antd'
import { palettes, sansFamily, shape, type } from '#platform/look/tokens'

const { light } = palettes

/** The office's look from the tokens that the portal uses too; contrasts are proved there. */
export const theme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: light.primary,
    colorLink: light.primary,
    colorLinkHover: light.primaryStrong,
    colorInfo: light.primary,
    colorSuccess: light.met,
    colorWarning: light.due,
    colorError: light.late,
    // Grounds of notices: those computed from the dark signal colours are muddy.
    colorSuccessBg: light.metGround,
    colorWarningBg: light.dueGround,
    colorErrorBg: light.lateGround,
    colorText: light.ink,
    colorTextHeading: light.ink,
    colorTextSecondary: light.ink2,
    colorTextTertiary: light.ink2,
    colorTextDescription: light.ink2,
    colorTextPlaceholder: light.none,
    colorTextDisabled: light.none,
    colorBorder: light.edge,
    colorBorderSecondary: light.line,
    colorSplit: light.line,
    colorBgLayout: light.raised,
    colorFillAlter: light.raised,
    // Derived from so dark a blue these would come out grey.
    colorPrimaryBg: light.tint,
    colorInfoBg: light.tint,
    colorInfoBorder: light.line,
    controlItemBgActive: light.tint,
    controlItemBgActiveHover: light.tint,
    borderRadius: shape.radius,
    borderRadiusLG: shape.radius,
    // Whoever asked their system for less movement gets none.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    fontFamily: sansFamily,
    fontSize: type.office,
    controlHeight: 36,
    controlOutlineWidth: shape.focusRing,
    lineWidthFocus: shape.focusRing,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    boxShadow: '0 8px 28px rgb(20 30 50 / 16%)',
    boxShadowSecondary: '0 8px 28px rgb(20 30 50 / 16%)',
  },
  components: {
    Table: {
      headerBg: light.raised,
      headerColor: light.ink2,
      headerSplitColor: 'transparent',
      rowHoverBg: light.tint,
      cellPaddingBlock: 11,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Tag: { defaultBg: light.blankGround, defaultColor: light.blank },
  },
}
