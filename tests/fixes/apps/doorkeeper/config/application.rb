# Doorkeeper in Rails: an authorization server for people, and an API that takes its tokens.
require 'rails'
require 'action_controller/railtie'
require 'active_record/railtie'
require 'doorkeeper'

module Orders
  class Application < Rails::Application
    config.load_defaults 6.1
    config.eager_load = true
    config.secret_key_base = 'signs-cookies-of-this-run'
    config.hosts.clear
    config.logger = Logger.new($stderr, level: :error)
  end
end
