import { saveSetting } from '@/server/settings/save-setting'

export const PUT = saveSetting
