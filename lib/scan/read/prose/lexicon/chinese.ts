/** Chinese. */
export const chinese = `
key: 密钥, api密钥, api 密钥, api key, 凭证, 凭据, 访问密钥, 秘钥, 私有令牌, 个人访问令牌, 接口密钥, 金鑰, accesskey, access key, 秘钥对, 密钥对, 应用凭证, app secret, appsecret, 开发者密钥, secret key, secretkey, api 令牌, 接口凭证
token: 令牌, 访问令牌, access_token, token
client: appid, appkey, appsecret, app id, app key, 应用id, 账号, client id, client secret, 客户端id, 客户端密钥, 应用 id
otherkey: sessiontoken, 会话令牌, 公钥, 私钥
make: 创建, 生成, 新建, 注册, 添加, 建立, 新增, 开通
find: 复制, 查看, 找到, 查询, 看到, 获知, 记录, 保存, 显示
get: 获取, 获得, 领取, 得到
have: 获取, 获得, 领取, 得到
click: 点击, 进入, 打开, 登录, 选择, 移至, 单击, 前往, 跳转到, 登陆, 访问
place: 控制台, 开放平台, 应用管理, 个人中心, 后台, 管理后台, 开发者中心, 用户中心, 页面, 设置页, 设置页面, 账户设置, 账号设置, 帐户设置, 个人设置, 系统设置, 开发者后台, 凭证与基础信息, 应用详情, 头像, 密钥管理, 管理页面, 菜单, 控制面板, 安全设置, 应用列表, 管理平台
atonce: 即可, 立即, 自动, 随时, 马上
app: 应用
signup: 注册账号, 注册帐号, 注册开发者, 注册后, 免费注册
ask: 申请, 提交申请, 填写, 申请开通, 申请表, 工单, 提交工单, 发送邮件
contact: 联系, 请联系, 联系我们, 商务, 联系客服, 联系客户经理, 联系技术支持, 邮件联系, 咨询
approve: 审核, 审批, 批准, 签约, 合同, 认证通过, 资质, 人工审核, 审核通过, 审核通过后, 资质审核, 白名单, 签署, 协议, 平台审核, 备案, 评审
vendor: 我们, 商务, 客服, 商务人员, 工作人员, 客户经理, 平台, 管理员, 运营人员, 技术支持
give: 发放, 提供, 开通, 分配, 下发
limitedto: 仅限, 仅对, 只对
partner: 合作伙伴, 企业用户, 企业
door: api, 接口, 权限, 接入, 使用, 正式环境, 沙箱, 密钥, 账号
user: 用户
life: 有效期, 过期, 失效, 有效, 有效时间, 最大有效期, 到期, 时效, 有效时长
never: 永久有效, 永不过期, 不会过期, 长期有效, 不过期, 永不失效, 无限期, 没有有效期, 无过期时间, 永久, 不会失效
again: 重新, 再次, 新的
renew: 刷新, 更新, 续期
relogin: 重新登录, 手动, 重新授权, 重新登陆, 再次授权, 重新认证, 重新授权登录, 再次登录
revoke: 删除, 重置, 撤销, 吊销, 禁用, 注销, 失效, 作废, 停用, 移除, 轮换
permission: 权限, 权限范围, 权限点, 访问权限, 接口权限, 授权范围, 作用域
restrict: 选择, 限制, 设置, 指定
limitverb: 选择, 限制, 设置, 指定
role: 角色
readonly: 只读
send: 携带, 传入, 传递, 使用, 添加, 请在, 放在, 鉴权, 认证
header: 请求头, 頭, 消息头, header
trade: 换取, 兑换
code: 授权码
g:authorization_code: 授权码模式
g:client_credentials: 客户端模式, 客户端凭证模式, 客户端凭证
denied: 不需要, 无需, 无须, 不必, 不用, 不支持, 不再, 暂不支持, 不提供, 已下线, 已废弃, 已停用, 不再支持, 不可用, 已弃用, 尚不支持, 暂不提供, 已下架
nogate: 无需审核, 不需要审核, 无需审批, 不需要审批, 免审核, 无需申请, 不需要申请, 无须申请, 无须审核
notapi: 退款, 订单, 发票, 请假, 支付
noapi: 没有公开api, 不提供api, 没有公开 api, 不提供公开 api
u:1: 秒, 秒钟
u:60: 分钟
u:3600: 小时, 小時
u:86400: 天, 日
u:604800: 周
u:2592000: 个月, 個月
u:31536000: 年
n:2: 两, 二
n:1: 一
n:3: 三
auto: 自动, 立即
refresh: 刷新令牌, 刷新 token, refresh token, refreshtoken
flow: 授权模式, 授权方式, 模式, 授权类型, 认证方式, 鉴权方式, 流程
grantword: 授权模式, 模式, 授权类型, 授权方式
g:implicit: 隐式授权, 简化模式, 隐式模式, 隐藏式
g:password: 密码模式, 密码式, 密码凭证模式
g:device_code: 设备码, 设备流, 设备授权
basic: 基本认证, basic 认证, 基础认证
ends: 过期, 失效, 到期
enddate: 有效期, 过期时间, 到期时间
short: 短期, 临时
personact: 用户需要, 用户必须, 用户需, 需要用户
full: 所有权限, 全部权限, 完全权限, 所有 api, 完整权限
scope: scope, 作用域, 权限范围
test: 测试环境, 沙箱环境, 沙盒
query: 查询参数, url参数, 查询字符串
compromise: 泄露
`;
