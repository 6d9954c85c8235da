# Rails: an app that works for people.
require 'rails'
require 'action_controller/railtie'

module Orders
  class Application < Rails::Application
    config.load_defaults 6.1
    config.eager_load = true
    config.secret_key_base = 'signs-cookies-of-this-run'
    config.hosts.clear
    config.consider_all_requests_local = false
    config.action_dispatch.show_exceptions = true
    config.logger = Logger.new($stderr, level: :error)
  end
end
